package okno.identity.anomaly.domain;

/**
 * Where a network is, as the address table says.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Place(String country, double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371;

    /** Along the surface, by the haversine formula. */
    public double kilometresTo(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
