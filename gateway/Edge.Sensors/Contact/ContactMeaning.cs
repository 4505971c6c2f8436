namespace Edge.Sensors.Contact;

/// <summary>What a contact watches.</summary>
public enum ContactMeaning
{
    /// <summary>A leak rope or puddle switch: closes when it is wet.</summary>
    Leak,

    /// <summary>The door of a cabinet or chamber: opens with it.</summary>
    Door,

    /// <summary>The tamper switch of an enclosure or the loop of a cable: opens when somebody is at it.</summary>
    Tamper,
}
