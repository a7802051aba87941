package okno.local.sandbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sandbox's few HTML pages, Russian and English side by side; every value is escaped. */
final class Pages {

    private static final String STYLE = """
            <!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><style>
            :root{color-scheme:light dark;--line:#8883;--soft:#8881;--accent:#1a5fb4}
            @media(prefers-color-scheme:dark){:root{--accent:#78aeed}}
            body{font:16px/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;line-height:1.2;margin:0 0 .3rem}p.hint{opacity:.7;margin:0 0 1.2rem}a{color:var(--accent)}
            input{font:inherit;width:100%%;box-sizing:border-box;padding:.5rem .8rem;margin-bottom:1rem;
            border:1px solid var(--line);border-radius:.5rem}
            article{border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin-bottom:.7rem}
            header{display:flex;gap:.7rem;align-items:baseline;font-size:.9rem}header time{margin-left:auto;opacity:.7}
            .channel{font-weight:600;white-space:nowrap;font-size:.75rem;letter-spacing:.05em;padding:.1rem .5rem;border-radius:1rem;
            background:var(--soft)}.sms .channel{background:var(--accent);color:Canvas}
            h2{font-size:1rem;margin:.5rem 0 0}.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0 0}
            .code{font:600 2rem/1.2 ui-monospace,"DejaVu Sans Mono",monospace;letter-spacing:.12em;margin:.5rem 0 0;
            user-select:all;cursor:pointer}
            .long .text{max-height:9rem;overflow:auto}
            button{font:inherit;padding:.6rem 1.4rem;margin-right:1rem}</style></head><body>
            """;

    /** Fetches itself and swaps the list, so that neither the place on the page nor a selection is lost. */
    private static final String SCRIPT = """
            <script>
            const find = document.querySelector('input'), list = document.querySelector('main');
            const show = () => list.querySelectorAll('article').forEach(one =>
              one.hidden = !one.textContent.toLowerCase().includes(find.value.toLowerCase()));
            find.addEventListener('input', show);
            list.addEventListener('click', e => e.target.matches('.code') && navigator.clipboard?.writeText(e.target.textContent));
            setInterval(async () => {
              if (document.hidden || String(getSelection())) return;
              const answer = await fetch('').catch(() => null);
              if (!answer?.ok) return;
              const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
              if (next.innerHTML !== list.dataset.last) { list.dataset.last = list.innerHTML = next.innerHTML; show(); }
            }, 2000);
            </script>
            """;

    private static final Pattern CODE = Pattern.compile("(?<![\\d-])\\d{6}(?![\\d-])");
    private static final int LONG_TEXT = 600;
    private static final int MOST_SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

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
        return STYLE.formatted("Оплата / Payment")
                + "<h1>%s</h1><p>%s</p><p><small>Учебный провайдер: деньги не списываются / A sandbox: no money moves</small></p>"
                        .formatted(escape(amount), escape(asked.description()))
                + action
                + "</body></html>";
    }

    static String verification(String id) {
        return STYLE.formatted("Подтверждение личности / Identification") + """
                <h1>Кто вы? / Who are you?</h1>
                <p><small>Учебный провайдер: данные никуда не уходят, кроме портала / A sandbox: tells the portal alone</small></p>
                <form method="post" action="/verifier/pages/%s/verification">
                <input name="snils" placeholder="СНИЛС / SNILS, 11 цифр"><input name="family_name" placeholder="Фамилия / Last name">
                <input name="given_name" placeholder="Имя / First name"><input name="middle_name" placeholder="Отчество / Patronymic">
                <input name="birthdate" type="date">
                <button name="outcome" value="seen">Подтвердить / Confirm</button>
                <button name="outcome" value="unseen">Не узнан / Not recognised</button></form></body></html>
                """.formatted(escape(id));
    }

    static String messages(List<SentMessage> messages) {
        StringBuilder page = new StringBuilder(STYLE.formatted("Песочница / Sandbox")).append("""
                <h1>Отправленные сообщения / Messages sent</h1>
                <p class="hint">Новые сверху / newest first. JSON: <a href="/sandbox/messages">/sandbox/messages</a></p>
                <input type="search" aria-label="Найти / Find" placeholder="Кому, текст / to, text">
                <main>
                """);
        if (messages.isEmpty()) {
            page.append("<p>Пока ничего / Nothing yet</p>");
        }
        messages.stream().limit(MOST_SHOWN).forEach(message -> page.append(card(message)));
        return page.append("</main>").append(SCRIPT).append("</body></html>").toString();
    }

    private static String card(SentMessage message) {
        boolean sms = message.channel().equals("sms");
        return """
                <article class="%s"><header><span class="channel">%s</span><b>%s</b><time datetime="%s">%s</time></header>
                %s%s<p class="text">%s</p></article>
                """.formatted(
                        (sms ? "sms" : "mail") + (message.text().length() > LONG_TEXT ? " long" : ""),
                        sms ? "SMS" : "E-MAIL",
                        escape(message.to()),
                        message.sentAt(),
                        TIME.format(message.sentAt()),
                        message.subject().isEmpty() ? "" : "<h2>%s</h2>".formatted(escape(message.subject())),
                        code(message),
                        escape(message.text().strip()));
    }

    /** Six digits in an SMS are what somebody came here to read. */
    private static String code(SentMessage message) {
        Matcher code = CODE.matcher(message.text());
        return message.channel().equals("sms") && code.find()
                ? "<p class=\"code\" title=\"Скопировать / Copy\">%s</p>".formatted(code.group())
                : "";
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
