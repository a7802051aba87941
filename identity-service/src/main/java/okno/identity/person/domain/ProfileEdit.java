package okno.identity.person.domain;

/** Everything that people may change of themselves. */
public record ProfileEdit(
        Change<String> phone, Change<String> email, Change<String> address, Change<String> language) {}
