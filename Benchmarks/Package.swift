// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody builds it by accident.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "callout", path: "..")],
  targets: [
    .executableTarget(
      name: "figures",
      dependencies: [
        .product(name: "Demo", package: "callout"), .product(name: "Domain", package: "callout"),
        .product(name: "Storage", package: "callout"), .product(name: "Sync", package: "callout")
      ]),
    .executableTarget(name: "simulate", dependencies: [.product(name: "Simulation", package: "callout")]),
    .executableTarget(
      name: "answers",
      dependencies: [
        .product(name: "Exchange", package: "callout"), .product(name: "Planner", package: "callout")
      ]),
    .executableTarget(name: "solomon", dependencies: [.product(name: "Planner", package: "callout")])
  ]
)
