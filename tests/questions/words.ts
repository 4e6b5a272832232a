// What the tables among the tests ask, and the check at the end.

/** Of `parking.yaml`. */
export const PAPER = "What was behind the wiper?";
export const ISSUER = "Who issued it?";
export const PAID = "Had you paid for the place?";
export const SHOWN = "Could the receipt be seen from outside?";
export const ISSUED = "What date is on the ticket?";
export const FOUND = "When did you find it?";
export const STATED = "By which day does it want the money?";

/** Of `lost-property.yaml`. */
export const PLACE = "Where was it found?";
export const THING = "What was found?";
export const OWNER = "Does it say whose it is?";

export const RIGHT = "Are they right?";
