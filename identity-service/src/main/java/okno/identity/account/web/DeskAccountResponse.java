package okno.identity.account.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.account.OpenAccountAtDesk;

/**
 * What the officer hands to the visitor, who logs in with the e-mail.
 *
 * @param temporaryPassword shown this once; must be changed at the first log-in
 * @param expiresAt it is worth nothing from then on
 */
record DeskAccountResponse(UUID id, String temporaryPassword, Instant expiresAt) {

    static DeskAccountResponse from(OpenAccountAtDesk.Opened opened) {
        return new DeskAccountResponse(opened.id(), opened.password().text(), opened.expiresAt());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "DeskAccountResponse[" + id + "]";
    }
}
