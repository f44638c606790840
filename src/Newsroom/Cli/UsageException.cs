namespace Wireroom.Newsroom.Cli;

/// <summary>What was asked for cannot be done as asked. The message is one sentence for the operator that says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
