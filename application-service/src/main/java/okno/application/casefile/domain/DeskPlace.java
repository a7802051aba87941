package okno.application.casefile.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A place in an agency's queue, which is ordered by the last day of the term and then by id. */
public record DeskPlace(LocalDate due, UUID id) {}
