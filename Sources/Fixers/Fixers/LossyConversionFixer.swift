package import Incident
import SourceEdit
import SwiftSyntax

/// Converts a number only where it fits, or clamps it.
package struct LossyConversionFixer: Fixer {
    package let id = "lossy_conversion"
    package let classes: Set<FailureClass> = [.lossyConversion]
    package let summary = "converts a number only where it fits, or clamps it"

    package init() {}

    private static let integers: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Self", "T",
    ]

    package func candidates(for diagnosis: Diagnosis, in patient: PatientSource) -> [Candidate] {
        guard let repair = Repair(id, diagnosis, patient) else { return [] }
        let isFloating = diagnosis.evidence.contains {
            ["Double value", "Float value", "CGFloat value"].contains(where: $0.contains)
        }
        return repair.point.nodes(FunctionCallExprSyntax.self) { call in
            Self.integers.contains(call.calledExpression.trimmedDescription) && call.arguments.count == 1
                && call.arguments.first?.label == nil
        }.prefix(3).flatMap { candidates(for: $0, isFloating: isFloating, repair) }
    }

    private func candidates(
        for call: FunctionCallExprSyntax, isFloating: Bool, _ repair: Repair
    ) -> [Candidate] {
        guard let value = call.arguments.first?.expression else { return [] }
        let type = call.calledExpression.trimmedDescription
        let text = value.trimmedDescription
        let reason = "the value does not always fit into `\(type)`"
        let names = repair.names(in: value)
        // A fraction is cut off on conversion and must stay so: `exactly` alone would refuse it.
        let exactly = repair.guardLet(
            "\(type)(exactly: \(text))", replacing: call, name: repair.suggestedName(for: value),
            naming: names,
            because: reason)
        var inline: [Candidate] = []
        for default_ in repair.defaults(for: call).prefix(12) where default_ != "nil" {
            inline.append(
                repair.replace(
                    call, by: "(\(type)(exactly: \(text)) ?? \(default_))",
                    "Falls back to `\(default_)`: \(reason)."))
        }
        inline.insert(
            repair.replace(
                call, by: "\(type)(exactly: \(text))", "Converts exactly or yields nil: \(reason)."), at: 0)
        let clamps = [
            repair.replace(
                call, by: "\(type)(clamping: \(text))", "Clamps to the bounds of `\(type)`: \(reason)."),
            repair.replace(
                call, by: "\(type)(truncatingIfNeeded: \(text))", "Keeps the low bits: \(reason)."),
            repair.replace(value, by: "max(0, \(text))", "Counts a negative value as zero: \(reason)."),
        ]
        let compared =
            isFloating
            ? [
                "\(text).isFinite", "\(text).isFinite, abs(\(text)) < Double(\(type).max)",
                "\(text) >= 0, \(text).isFinite", "!\(text).isNaN",
                "\(text) >= Double(\(type).min), \(text) < Double(\(type).max)",
                "\(text) >= 0, \(text) <= Double(\(type).max)",
            ]
            : [
                "\(text) >= 0", "\(text) >= \(type).min, \(text) <= \(type).max", "\(text) <= \(type).max",
                "(0...255).contains(\(text))",
            ]
        let guards = repair.guards(compared, before: call, naming: names, because: reason)
        guard !isFloating else {
            let bounded = repair.replace(
                call, by: "\(type)(max(Double(\(type).min), min(\(text), Double(\(type).max).nextDown)))",
                "Clamps to the bounds of `\(type)`: \(reason).")
            let rounded = repair.guardLet(
                "\(type)(exactly: \(text).rounded(.towardZero))", replacing: call,
                name: repair.suggestedName(for: value), naming: names, because: reason)
            return rounded + guards + exactly + inline + [bounded]
        }
        let isBinding = call.parent?.is(InitializerClauseSyntax.self) ?? false
        let expectsValue = !TestExpectation.values(
            TestExpectation.all(for: repair.diagnosis, in: repair.patient)
        ).isEmpty
        if expectsValue { return clamps + exactly + inline + guards }
        return (isBinding ? exactly + inline : Array(inline.prefix(1)) + exactly + inline.dropFirst(1))
            + clamps + guards
    }
}
