declare const PACKAGE_VERSION: string;

/** The version of this package, put in when it is built. */
export const version: string = PACKAGE_VERSION;
