/// How much of what varies from run to run a report shows.
package enum ReportStyle: Sendable {
    /// Everything, with wall-clock times.
    case live
    /// The same bytes each time: images and containers by the names given, no times, no counts that depend on timing.
    ///
    /// - Parameter names: replacements for digests and the like, such as an image's digest by its reference.
    case reproducible(names: [String: String])
}
