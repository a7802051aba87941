package okno.notification.device;

/** What of a device stands sealed in its row: endpoint and base64url keys, as browsers say them. */
record Subscription(String endpoint, String p256dh, String auth) {}
