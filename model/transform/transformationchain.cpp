// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frameselector.h"
#include "model/transform/transformation.h"

#include <iterator>
#include <optional>

namespace sightglass {

namespace {

/// What a spec's filter says; losses go to `losses`.
FrameMatching readFilter(const std::string &filter, std::vector<std::string> &losses)
{
    if (filter.empty())
        return {};
    const auto json = nlohmann::json::parse(filter, nullptr, false);
    if (json.is_null())
        return {};
    return FrameMatching::read(OptionReader(json, "/filter", losses));
}

/// Puts frames that a step was not for back among its answer: where the last of those stood that are there at
/// the beginning, in Grafana's words "insert at the first index that is not zero".
void putBack(std::vector<Frame> &answer, std::vector<Frame> kept, std::size_t at)
{
    const auto place = answer.begin() + static_cast<std::ptrdiff_t>(std::min(at, answer.size()));
    answer.insert(place, std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
}

} // namespace

struct TransformationChain::Step
{
    std::string id;
    std::unique_ptr<Transformation> transformation;
    FrameMatching filter;

    [[nodiscard]] std::vector<Frame> apply(std::vector<Frame> frames, TransformContext &context) const;
};

std::vector<Frame> TransformationChain::Step::apply(std::vector<Frame> frames,
                                                    TransformContext &context) const
{
    if (filter.by == FrameMatching::By::Everything)
        return transformation->apply(std::move(frames), context);
    const FrameSelector selects = frameSelector(filter, context);
    std::vector<Frame> mine;
    std::vector<Frame> kept;
    std::size_t at = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const bool selected = selects(frames[i]);
        if (!selected && at == 0)
            at = i;
        (selected ? mine : kept).push_back(std::move(frames[i]));
    }
    std::vector<Frame> answer = transformation->apply(std::move(mine), context);
    putBack(answer, std::move(kept), at);
    return answer;
}

TransformationChain::TransformationChain(std::span<const TransformationSpec> specs)
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        TransformationReading reading = readTransformation(specs[i]);
        for (const std::string &loss : reading.unknownOptions)
            m_losses.push_back("/" + std::to_string(i) + loss);
        const bool forSeries = specs[i].topic.empty() || specs[i].topic == "series";
        if (!reading.transformation || specs[i].disabled || !forSeries)
            continue;
        std::vector<std::string> told; // by readTransformation() already
        m_steps.push_back(
            {specs[i].id, std::move(reading.transformation), readFilter(specs[i].filter, told)});
    }
}

TransformationChain::~TransformationChain() = default;
TransformationChain::TransformationChain(TransformationChain &&) noexcept = default;
TransformationChain &TransformationChain::operator=(TransformationChain &&) noexcept = default;

std::vector<Frame> TransformationChain::apply(std::vector<Frame> frames, TransformContext &context) const
{
    for (const Step &step : m_steps) {
        context.enter(step.id);
        frames = step.apply(std::move(frames), context);
    }
    context.enter({});
    return frames;
}

std::vector<Frame> transformed(std::vector<Frame> frames, std::span<const TransformationSpec> specs,
                               const TextInterpolation &interpolate)
{
    TransformContext context(interpolate);
    return TransformationChain(specs).apply(std::move(frames), context);
}

} // namespace sightglass
