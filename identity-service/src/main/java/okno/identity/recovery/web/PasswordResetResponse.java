package okno.identity.recovery.web;

/** @param temporaryPassword to be changed at the first log-in; shown this once */
record PasswordResetResponse(String temporaryPassword) {

    /** Never the password. */
    @Override
    public String toString() {
        return "PasswordResetResponse";
    }
}
