// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "FormulaEvaluator",
    targets: [
        .target(name: "FormulaEvaluator"),
        .testTarget(name: "FormulaEvaluatorTests", dependencies: ["FormulaEvaluator"]),
    ]
)
