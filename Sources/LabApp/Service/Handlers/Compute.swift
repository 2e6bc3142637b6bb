public import Foundation
import Logic

/// The operations behind `/compute`.
///
/// A request is one JSON object: `operation` names one of the cases below, the other fields are its operands.
public enum Compute: String, CaseIterable, Sendable {
    case percentage
    case split
    case page
    case median
    case duration
    case backoff

    /// Reads the request and carries it out.
    ///
    /// - Throws: A ``ComputeError`` that names the field at fault.
    public static func respond(to body: Data) throws -> ComputeResult {
        guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else {
            throw ComputeError("body", "must be a JSON object")
        }
        let request = ComputeRequest(object)
        let name = try request.text("operation")
        guard let operation = Compute(rawValue: name) else {
            let known = allCases.map(\.rawValue).joined(separator: ", ")
            throw ComputeError("operation", "must be one of \(known)")
        }
        return try operation.result(for: request)
    }

    private func result(for request: ComputeRequest) throws -> ComputeResult {
        switch self {
        case .percentage:
            let part = try request.number("part")
            let total = try request.number("total")
            do {
                return .number(try Ratio.percentage(of: part, in: total))
            } catch RatioError.emptyTotal {
                throw ComputeError("total", "must not be 0")
            } catch {
                throw ComputeError("part", "is too large")
            }
        case .split:
            let cents = try request.number("cents", in: 0...Int.max)
            let parts = try request.number("parts", in: 1...1000)
            return .numbers(Money.split(cents, into: parts))
        case .page:
            let items = try request.numbers("items")
            let number = try request.number("page", in: 1...1_000_000)
            let size = try request.number("size", in: 1...1000)
            return .numbers(Paging.page(number, size: size, of: items))
        case .median:
            guard let median = Statistics.median(of: try request.numbers("values")) else {
                throw ComputeError("values", "must not be empty")
            }
            return .number(median)
        case .duration:
            guard let seconds = try? DurationText.seconds(from: try request.text("text")) else {
                throw ComputeError("text", "must be a duration such as 1h30m")
            }
            return .text(DurationText.text(from: seconds))
        case .backoff:
            let base = try request.number("base", in: 1...60_000)
            let attempt = try request.number("attempt", in: 1...100)
            return .number(RetrySchedule.delay(base: base, attempt: attempt, cap: 3_600_000))
        }
    }
}
