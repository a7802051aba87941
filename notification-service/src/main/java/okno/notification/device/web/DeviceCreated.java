package okno.notification.device.web;

import java.util.UUID;

/** The device's id, for its removal. */
record DeviceCreated(UUID id) {}
