// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frameselector.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

struct FilterFramesOptions
{
    std::optional<FrameMatching> include;
    std::optional<FrameMatching> exclude;
};

std::vector<Frame> filterFrames(std::vector<Frame> frames, const FilterFramesOptions &options,
                                TransformContext &context)
{
    if (options.include) {
        const FrameSelector includes = frameSelector(*options.include, context);
        std::erase_if(frames, [&includes](const Frame &frame) { return !includes(frame); });
    }
    if (options.exclude) {
        const FrameSelector excludes = frameSelector(*options.exclude, context);
        std::erase_if(frames, excludes);
    }
    return frames;
}

std::optional<FrameMatching> queryMatching(OptionReader &options, std::string_view member)
{
    std::string pattern = options.pattern(member);
    if (pattern.empty())
        return std::nullopt;
    return FrameMatching{FrameMatching::By::Query, std::move(pattern)};
}

std::vector<Frame> unchanged(std::vector<Frame> frames, const FilterFramesOptions &, TransformContext &)
{
    return frames;
}

} // namespace

TransformationPtr makeFilterByRefId(OptionReader &options)
{
    FilterFramesOptions filter;
    filter.include = queryMatching(options, "include");
    filter.exclude = queryMatching(options, "exclude");
    return makeTransformation(std::move(filter), filterFrames);
}

TransformationPtr makeFilterFrames(OptionReader &options)
{
    FilterFramesOptions filter;
    if (options.has("include"))
        filter.include = FrameMatching::read(options.object("include"));
    if (options.has("exclude"))
        filter.exclude = FrameMatching::read(options.object("exclude"));
    return makeTransformation(std::move(filter), filterFrames);
}

TransformationPtr makeNoop(OptionReader &options)
{
    options.ignoreAll();
    return makeTransformation(FilterFramesOptions{}, unchanged);
}

} // namespace sightglass
