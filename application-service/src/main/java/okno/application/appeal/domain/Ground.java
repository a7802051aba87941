package okno.application.appeal.domain;

import okno.application.catalogue.domain.Texts;

/** On what one may complain; {@code term}: code of the dated term for the answer. */
public record Ground(String code, Texts title, String term, Appeal.Possible possible) {}
