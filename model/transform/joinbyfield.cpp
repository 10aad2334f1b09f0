// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/ensurecolumns.h"
#include "model/transform/framejoin.h"
#include "model/transform/makers.h"

namespace sightglass {

namespace {

struct JoinByFieldOptions
{
    std::string field; ///< empty: the best one
    JoinMode mode = JoinMode::Outer;
    std::string alias; ///< what later steps call the answer by
};

std::vector<Frame> joinByField(std::vector<Frame> frames, const JoinByFieldOptions &options,
                               TransformContext &context)
{
    if (frames.size() < 2)
        return frames;
    const FieldSelector by = options.field.empty()
                                 ? bestJoinField(frames)
                                 : fieldSelector(FieldMatching::byNames({options.field}), context);
    std::string refId = options.alias.empty() ? combinedRefId("joinByField", frames) : options.alias;
    auto joined = joinedFrames(frames, by, options.mode, context);
    if (!joined) {
        context.note("no frame has the field " + options.field);
        return frames;
    }
    joined->refId = std::move(refId);
    std::vector<Frame> answer;
    answer.push_back(std::move(*joined));
    return answer;
}

struct EnsureColumnsOptions
{};

std::vector<Frame> ensureColumns(std::vector<Frame> frames, const EnsureColumnsOptions &,
                                 TransformContext &context)
{
    return joinedByTime(std::move(frames), context);
}

} // namespace

std::vector<Frame> joinedByTime(std::vector<Frame> frames, TransformContext &context)
{
    std::string name;
    for (const Frame &frame : frames) {
        const auto time = timeField(frame);
        if (!time || (!name.empty() && frame.fields[*time].name != name))
            return frames;
        name = frame.fields[*time].name;
    }
    if (frames.size() < 2 || name.empty())
        return frames;
    return joinByField(std::move(frames), {name, JoinMode::Outer, {}}, context);
}

TransformationPtr makeJoinByField(OptionReader &options)
{
    static constexpr OptionWord<JoinMode> modes[]{
        {"outer", JoinMode::Outer}, {"inner", JoinMode::Inner}, {"outerTabular", JoinMode::OuterTabular}};
    JoinByFieldOptions join;
    join.field = options.text("byField");
    join.mode = options.word<JoinMode>("mode", modes, JoinMode::Outer);
    join.alias = options.text("frameAlias");
    return makeTransformation(std::move(join), joinByField);
}

TransformationPtr makeEnsureColumns(OptionReader &options)
{
    options.ignoreAll();
    return makeTransformation(EnsureColumnsOptions{}, ensureColumns);
}

} // namespace sightglass
