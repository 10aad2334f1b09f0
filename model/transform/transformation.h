// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "parser/base/error.h"
#include "parser/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Replaces dashboard variables in the texts of a transformation's options.
using TextInterpolation = std::function<std::string(std::string_view)>;

/// One step from frames to frames: Grafana's transformations by their ids.
class Transformation
{
public:
    virtual ~Transformation() = default;

    /// What becomes of the frames, in the order of Grafana's transformer. Never fails: what cannot be done
    /// leaves the frames as they are.
    [[nodiscard]] virtual std::vector<Frame> apply(std::vector<Frame> frames,
                                                   const TextInterpolation &interpolate) const = 0;
};

/// A transformation as a dashboard holds it: which, and its options as they were written (kept whole, so that
/// export gives them back).
struct TransformationSpec
{
    std::string id;
    std::string options; ///< JSON text of an object, keys in their order
    bool disabled = false;
    /// Which frames it is for: those of these queries or names; empty: all.
    std::string filter; ///< JSON text of Grafana's matcher, or empty

    friend bool operator==(const TransformationSpec &, const TransformationSpec &) = default;
};

/// The options that were not understood, by JSON pointer with a reason: "losses" of an import.
struct TransformationReading
{
    std::unique_ptr<Transformation> transformation; ///< null where the id is unknown
    std::vector<std::string> unknownOptions;
};

/// Reads a spec. Unknown ids and options are said in the answer, never dropped silently.
[[nodiscard]] TransformationReading readTransformation(const TransformationSpec &spec);

/// The ids that readTransformation() knows, in alphabetical order: the table that an import reports by.
[[nodiscard]] std::span<const std::string_view> knownTransformations() noexcept;

/// Applies all in their order.
[[nodiscard]] std::vector<Frame> transformed(std::vector<Frame> frames,
                                             std::span<const TransformationSpec> specs,
                                             const TextInterpolation &interpolate);

} // namespace sightglass
