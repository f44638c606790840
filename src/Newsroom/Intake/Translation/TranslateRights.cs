using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>Rights as sent, as rights of a story or picture.</summary>
public static class TranslateRights
{
    /// <summary>The rights, or null where none were stated.</summary>
    public static Rights? Of(WireRights? rights) => rights is null ? null : new Rights(rights.UsageTerms ?? "", rights.Holder ?? "", rights.Notice ?? "", rights.Expires);
}
