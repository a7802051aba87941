package okno.application.casefile;

import java.util.Map;
import okno.application.catalogue.domain.Texts;

/** Why the portal cancels applications, in words. */
final class CancelReasons {

    private static final Map<String, Texts> WORDS = Map.of(
            "not_paid", new Texts("Госпошлина не уплачена в срок", "The duty was not paid in time"),
            "not_answered",
                    new Texts("Нет ответа на запрос ведомства в срок", "The agency's request was not answered in time"),
            "not_corrected", new Texts("Заявление не исправлено в срок", "The application was not corrected in time"));

    private CancelReasons() {}

    static Texts of(String code) {
        return WORDS.getOrDefault(code, new Texts(code, code));
    }
}
