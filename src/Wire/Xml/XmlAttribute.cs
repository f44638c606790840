namespace Wireroom.Wire.Xml;

/// <summary>An attribute: its name as the vocabulary writes it, and its value with references resolved.</summary>
public readonly record struct XmlAttribute(string Name, string Value);
