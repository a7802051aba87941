package okno.application.registercheck.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody decides for the applicant in spite of a check that failed.
 *
 * @param by account of the officer, or the client of the agency's system
 * @param reason why, in their words
 */
public record Overruling(UUID checkId, String by, String reason, Instant at) {}
