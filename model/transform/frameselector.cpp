// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frameselector.h"

#include "model/transform/fieldselector.h"

namespace sightglass {

FrameMatching FrameMatching::read(OptionReader matcher)
{
    const std::string id = matcher.text("id");
    FrameMatching matching;
    matching.pattern = matcher.pattern("options");
    matcher.finish();
    if (id == "byName")
        matching.by = By::Name;
    else if (id == "byRefId")
        matching.by = By::Query;
    else if (!matching.pattern.empty() && id != "alwaysMatch")
        matcher.loss("id", "unknown value \"" + id + "\"");
    if (matching.pattern.empty())
        matching.by = By::Everything;
    return matching;
}

FrameSelector frameSelector(const FrameMatching &matching, TransformContext &context)
{
    if (matching.by == FrameMatching::By::Everything)
        return [](const Frame &) { return true; };
    const auto regex = compiledPattern(matching.pattern, context);
    return [regex, by = matching.by](const Frame &frame) {
        return regex && regex->matches(by == FrameMatching::By::Name ? frame.name : frame.refId);
    };
}

} // namespace sightglass
