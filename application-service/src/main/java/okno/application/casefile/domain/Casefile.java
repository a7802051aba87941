package okno.application.casefile.domain;

/** An application, and its form as it is now. */
public record Casefile(Application application, Form form) {}
