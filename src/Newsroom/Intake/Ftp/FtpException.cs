namespace Wireroom.Newsroom.Intake.Ftp;

/// <summary>An FTP server refused, or answered what no FTP server answers; the message is a sentence for the operator.</summary>
public sealed class FtpException(string message) : Exception(message);
