package okno.local.sandbox;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sandbox's few HTML pages, Russian and English side by side; every value is escaped. */
final class Pages {

    private static final String STYLE = """
            <!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            %s<title>%s</title><style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%%}td,th{text-align:left;vertical-align:top;padding:.5rem;
            border-bottom:1px solid #8884}td.text{white-space:pre-wrap}small{opacity:.7}
            button{font:inherit;padding:.6rem 1.4rem;margin-right:1rem}</style></head><body>
            """;

    private Pages() {}

    static String payment(PaymentProvider.OpenSession asked, PaymentProvider.Session session) {
        String amount = "%d.%02d %s".formatted(session.amount() / 100, session.amount() % 100, session.currency());
        String action =
                switch (session.status()) {
                    case CREATED -> """
                        <form method="post" action="/provider/pages/%s/payment">
                        <button name="outcome" value="pay">Оплатить / Pay</button>
                        <button name="outcome" value="decline">Отказаться / Decline</button></form>
                        """.formatted(escape(session.sessionId()));
                    case SUCCEEDED -> "<p>Оплачено / Paid</p>";
                    case DECLINED -> "<p>Отклонено / Declined</p>";
                    case EXPIRED -> "<p>Срок истёк / Expired</p>";
                };
        return STYLE.formatted("", "Оплата / Payment")
                + "<h1>%s</h1><p>%s</p><p><small>Учебный провайдер: деньги не списываются / A sandbox: no money moves</small></p>"
                        .formatted(escape(amount), escape(asked.description()))
                + action
                + "</body></html>";
    }

    static String messages(List<SentMessage> messages) {
        StringBuilder page = new StringBuilder(
                STYLE.formatted("<meta http-equiv=\"refresh\" content=\"3\">", "Песочница / Sandbox"));
        page.append("<h1>Отправленные сообщения / Messages sent</h1>");
        if (messages.isEmpty()) {
            page.append("<p>Пока ничего / Nothing yet</p>");
        } else {
            page.append("<table><tr><th>Когда / When<th>Канал / Channel<th>Кому / To<th>Текст / Text</tr>");
            messages.forEach(message -> page.append("<tr><td>%s<td>%s<td>%s<td class=\"text\"><b>%s</b>%n%s</tr>"
                    .formatted(
                            message.sentAt().toString().replaceAll("\\..*", "").replace('T', ' '),
                            escape(message.channel().toUpperCase(Locale.ROOT)),
                            escape(message.to()),
                            escape(message.subject()),
                            escape(message.text()))));
            page.append("</table>");
        }
        return page.append(
                        "<p><small>UTC; JSON: <a href=\"/sandbox/messages\">/sandbox/messages</a></small></body></html>")
                .toString();
    }

    static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
