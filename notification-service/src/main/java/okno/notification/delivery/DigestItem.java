package okno.notification.delivery;

import java.util.Map;

/** One notification in a digest. */
public record DigestItem(String template, Map<String, String> params) {}
