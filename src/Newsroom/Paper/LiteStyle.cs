using System.Security.Cryptography;
using System.Text;

namespace Wireroom.Newsroom.Paper;

/// <summary>The style of the lite pages. It stands in the page, so that a page is one request; its hash is in the site's policy, and no other inline style is allowed.</summary>
public static class LiteStyle
{
    /// <summary>The sheet.</summary>
    public const string Css =
        ":root{color-scheme:light dark;--line:#85888f;background:light-dark(#fff,#14161a);color:light-dark(#16181d,#e8e6e1)}"
        + "body{max-width:40rem;margin:0 auto;padding:0 16px 32px;font:18px/1.5 Georgia,'Times New Roman',serif}"
        + "h1{font-size:28px;line-height:1.2;margin:24px 0 8px}h2{font-size:20px;line-height:1.3;margin:24px 0 4px}p{margin:0 0 16px}"
        + "a{color:light-dark(#0b4f8a,#8cc2f5)}"
        + "header,.small,form,footer{font:14px/1.5 system-ui,sans-serif}header{border-bottom:1px solid var(--line);padding:12px 0}.name{font-size:20px;font-weight:700;margin:0 0 4px}"
        + "header ul,.stories{list-style:none;margin:0;padding:0}header li{display:inline-block;margin-inline-end:16px}header a,footer a{display:inline-block;padding:6px 0}"
        + ".latest{list-style:none;padding:0}.latest li{margin-bottom:8px}.stories li{border-bottom:1px solid var(--line)}.stories h2{margin-top:12px}.stories p{margin-bottom:8px}.small span+span::before{content:' · '}.small span span::before{content:none!important}"
        + ".notice{border-inline-start:4px solid var(--line);padding-inline-start:12px}"
        + "blockquote{margin:0 0 16px;padding-inline-start:16px;border-inline-start:2px solid var(--line)}figure{margin:0 0 16px;font-style:italic}"
        + "table{border-collapse:collapse;display:block;overflow:auto}td,th{padding:4px 8px;border-bottom:1px solid var(--line);text-align:start}pre{overflow:auto;font-size:14px}"
        + "body{overflow-wrap:anywhere}input,button{font:inherit;padding:4px 8px}.skip{position:absolute;inset-inline-start:-999px}.skip:focus{position:static}";

    /// <summary>What the policy says of it (CSP Level 3, "hash-source").</summary>
    public static string Hash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
