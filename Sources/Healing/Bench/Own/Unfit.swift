/// Why a trial is not begun: nothing was done to the service.
struct Unfit: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
