package okno.application.appeal.domain;

import okno.application.catalogue.domain.Texts;

/**
 * On what one may complain.
 *
 * @param term code of the dated term for the answer
 * @param reopens an upheld complaint makes the refusal void
 */
public record Ground(String code, Texts title, String term, Appeal.Possible possible, boolean reopens) {}
