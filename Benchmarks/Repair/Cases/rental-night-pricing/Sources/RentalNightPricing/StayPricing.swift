/// Prices stays by the night. Days are counted from a Monday with number 0.
struct StayPricing {
    let nightCents: Int
    let weekendNightCents: Int
    var longStayNights = 7
    var longStayPercent = 10

    /// Nights that start on a Friday or a Saturday cost the weekend price.
    func price(ofNight day: Int) -> Int {
        let weekday = day % 7
        return weekday == 4 || weekday == 5 ? weekendNightCents : nightCents
    }

    /// The price of a stay; nobody pays for the night of the departure day.
    func price(arrival: Int, departure: Int) -> Int? {
        guard departure > arrival, arrival >= 0 else { return nil }
        let sum = (arrival...departure).map(price(ofNight:)).reduce(0, +)
        let nights = departure - arrival
        return nights >= longStayNights ? sum - sum * longStayPercent / 100 : sum
    }
}
