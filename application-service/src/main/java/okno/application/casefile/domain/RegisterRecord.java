package okno.application.casefile.domain;

/** The record that a register made because of the application, such as an ОГРНИП in the ЕГРИП. */
public record RegisterRecord(String register, String key) {}
