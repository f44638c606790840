using Microsoft.AspNetCore.Identity;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>Password rules and checks: at least 12 characters and no rules of composition (NIST SP 800-63B section 3.1.1.2).</summary>
public sealed class Passwords(IPasswordHasher<Person> hasher)
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    private const int Longest = 256;
    private static readonly Person Nobody = new(0, "", "", "", null, "");

    /// <summary>The hash against which a stranger's password is checked, so that an unknown account takes as long as a known one.</summary>
    private readonly string strangersHash = hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>What is wrong with a new password, as a sentence, or null.</summary>
    public static string? WhatIsWrong(string password, string email) => password switch
    {
        { Length: < Shortest } => $"The password has {password.Length} characters; at least {Shortest} are needed. A few words in a row are easy to keep.",
        { Length: > Longest } => $"The password is longer than {Longest} characters.",
        _ when password.Distinct().Count() < 5 => "The password repeats too few characters; choose another.",
        _ when email.Length > 0 && password.Contains(email, StringComparison.OrdinalIgnoreCase) => "The password holds your e-mail address; choose another.",
        _ => null,
    };

    /// <summary>A new password's hash.</summary>
    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>True where it is that person's password. Takes its time also where there is no such person.</summary>
    public bool Check(Person? person, string password)
    {
        var hash = person?.PasswordHash;
        var result = hasher.VerifyHashedPassword(person ?? Nobody, hash ?? strangersHash, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
