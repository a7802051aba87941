package okno.identity.account.web;

import java.util.UUID;

/**
 * A registration was taken in.
 *
 * @param status always {@code PENDING_CONFIRMATION}, whoever has the SNILS, the phone or the e-mail
 */
record AccountResponse(UUID id, String status) {}
