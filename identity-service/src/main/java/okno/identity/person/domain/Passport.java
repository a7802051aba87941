package okno.identity.person.domain;

import java.time.LocalDate;

/**
 * Passport of a citizen of the Russian Federation.
 *
 * @param series 4 digits
 * @param number 6 digits
 * @param unitCode code of the issuing unit, {@code 770-001}
 */
public record Passport(String series, String number, String issuedBy, LocalDate issueDate, String unitCode) {}
