/// One line, or for a histogram one group of lines, of a scrape.
package protocol PrometheusSeries: AnyObject, Sendable {
    /// The family's name.
    var family: String { get }
    /// `{name="value",…}`, escaped; tells the series of a family apart.
    var labels: String { get }
    func write(to text: inout [UInt8])
}
