using System.Security.Claims;
using System.Text.Json;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn.OpenId;

/// <summary>What the provider says of somebody, read as the operator has set it.</summary>
public static class OpenIdClaims
{
    private const string Email = "email";

    /// <summary>Somebody as the provider shows them; <c>Why</c> says why their address cannot be taken, where it cannot.</summary>
    public static (Shown Shown, string Why) Read(ClaimsPrincipal who, OpenIdSettings settings)
    {
        var claim = settings.MailClaim.Length > 0 ? settings.MailClaim : Email;
        var (address, why) = (First(who, claim), "");
        if (address.Length is 0 or > 254 || address.IndexOf('@', StringComparison.Ordinal) <= 0)
            (address, why) = ("", $"{settings.Name} gives no mail address in “{claim}”. The operator looks at what it gives this newsroom (scope and claims).");
        else if (!IsVerified(who, claim, settings))
            (address, why) = ("", $"{settings.Name} does not say that {address} is verified as yours, and an account here must not be had by whoever claims its address. Have it verified there, or ask the operator.");
        return (new Shown(First(who, "iss"), First(who, "sub"), First(who, "name"), address, RolesOf(who, settings)), why);
    }

    /// <summary>What is wrong with the list of groups and roles, as a sentence, or null.</summary>
    public static string? WhatIsWrong(string groups)
    {
        foreach (var (line, number) in groups.Split('\n').Select((line, at) => (line.Trim(), at + 1)).Where(pair => pair.Item1.Length > 0))
        {
            if (line.Split("=>") is not [var group, var roles] || group.Trim().Length == 0 || Named(roles).Length == 0)
                return $"Line {number} of the groups: write the group, =>, and its roles with commas between, as in “editors => editor”.";
            if (Named(roles).FirstOrDefault(role => Roles.Find(role) is null) is { } unknown)
                return $"Line {number} of the groups: there is no role “{unknown}”. The roles are {string.Join(", ", Roles.All.Select(role => role.Name))}.";
        }

        return null;
    }

    /// <summary>
    /// The address proves nothing where whoever has it may have typed it. What says that it was verified speaks of the claim "email" alone; of any other claim
    /// only the operator can know.
    /// </summary>
    private static bool IsVerified(ClaimsPrincipal who, string claim, OpenIdSettings settings)
    {
        var says = claim == Email ? First(who, "email_verified") : "";
        return says.Equals("true", StringComparison.OrdinalIgnoreCase) || (says.Length == 0 && settings.VouchesForAddresses);
    }

    private static string RolesOf(ClaimsPrincipal who, OpenIdSettings settings)
    {
        if (settings.GroupClaim.Length == 0)
            return "";
        var groups = who.FindAll(settings.GroupClaim).SelectMany(claim => Values(claim.Value)).ToHashSet(StringComparer.Ordinal);
        var given = settings.Groups.Split('\n').Select(line => line.Split("=>")).Where(parts => parts.Length == 2 && groups.Contains(parts[0].Trim())).SelectMany(parts => Named(parts[1])).ToHashSet();
        return string.Join(' ', Roles.All.Select(role => role.Name).Where(given.Contains));
    }

    private static string[] Named(string roles) => roles.Split([',', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A list of claims comes as several of them, or as one that holds a list in JSON.</summary>
    private static IEnumerable<string> Values(string value)
    {
        if (!value.StartsWith('['))
            return [value];
        try
        {
            using var list = JsonDocument.Parse(value);
            return [.. list.RootElement.EnumerateArray().Select(one => one.ToString())];
        }
        catch (JsonException)
        {
            return [value];
        }
    }

    private static string First(ClaimsPrincipal who, string claim) => who.FindFirst(claim)?.Value.Trim() ?? "";
}
