// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/transform/transformcontext.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// One step from frames to frames: Grafana's transformations by their ids.
class Transformation
{
public:
    virtual ~Transformation() = default;

    /// What becomes of the frames, in the order of Grafana's transformer. Never fails and never throws: what
    /// cannot be done leaves the frames as they are, and what would grow beyond the limits is cut; the
    /// context is told both.
    [[nodiscard]] virtual std::vector<Frame> apply(std::vector<Frame> frames,
                                                   TransformContext &context) const = 0;
};

/// A transformation as a dashboard holds it: which, and its options as they were written (kept whole, so that
/// export gives them back).
struct TransformationSpec
{
    std::string id;
    std::string options; ///< JSON text of an object, keys in their order; empty: none
    bool disabled = false;
    /// Which frames it is for: those of these queries or names; empty: all.
    std::string filter; ///< JSON text of Grafana's matcher, or empty
    /// What it is for: "series" or empty; "annotations" and "alertStates" are not honoured.
    std::string topic;

    friend bool operator==(const TransformationSpec &, const TransformationSpec &) = default;
};

/// The options that were not understood, by JSON pointer with a reason: "losses" of an import.
struct TransformationReading
{
    /// Null where the id is unknown, or known and not supported.
    std::unique_ptr<Transformation> transformation;
    /// "/mode: unknown value \"x\"". Pointers count from the options; "/filter…" and "/topic" are the spec's
    /// own, and "/" is the transformation as a whole.
    std::vector<std::string> unknownOptions;
};

/// Reads a spec. Unknown ids and options are said in the answer, never dropped silently.
[[nodiscard]] TransformationReading readTransformation(const TransformationSpec &spec);

/// The ids that readTransformation() knows, in alphabetical order: the table that an import reports by.
[[nodiscard]] std::span<const std::string_view> knownTransformations() noexcept;

/// The transformations of a panel, read once and applied at each refresh.
class TransformationChain
{
public:
    TransformationChain() = default;
    explicit TransformationChain(std::span<const TransformationSpec> specs);
    ~TransformationChain();
    TransformationChain(TransformationChain &&) noexcept;
    TransformationChain &operator=(TransformationChain &&) noexcept;

    [[nodiscard]] bool empty() const noexcept { return m_steps.empty(); }
    /// What all of them lose, each with its place in the list before it: "/0/mode: …".
    [[nodiscard]] const std::vector<std::string> &losses() const noexcept { return m_losses; }

    /// Applies all in their order, but for those that are disabled, not supported or for other topics. A step
    /// with a filter gets the frames that it is for; the others are put back where Grafana puts them. Any
    /// thread; the context is the caller's.
    [[nodiscard]] std::vector<Frame> apply(std::vector<Frame> frames, TransformContext &context) const;

private:
    struct Step;
    std::vector<Step> m_steps;
    std::vector<std::string> m_losses;
};

/// Applies all in their order, once.
[[nodiscard]] std::vector<Frame> transformed(std::vector<Frame> frames,
                                             std::span<const TransformationSpec> specs,
                                             const TextInterpolation &interpolate);

} // namespace sightglass
