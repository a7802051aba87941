package okno.identity.person;

import java.util.UUID;

/**
 * Where a one-time code for a person goes.
 *
 * @param confirmed whether the person has proved to hold the phone
 * @param language ru or en
 */
public record CodeDestination(UUID personId, String phone, boolean confirmed, String language) {}
