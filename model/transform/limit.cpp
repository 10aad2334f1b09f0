// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

struct LimitOptions
{
    std::string rows; ///< a number, or a variable that holds one
};

std::vector<Frame> limitRows(std::vector<Frame> frames, const LimitOptions &options,
                             TransformContext &context)
{
    const double wanted = numberOf(context.text(options.rows));
    if (std::isnan(wanted))
        return frames;
    const auto rows = static_cast<std::size_t>(std::clamp(wanted, 0.0, 1e9));
    for (Frame &frame : frames)
        cutRows(frame, rows);
    return frames;
}

} // namespace

TransformationPtr makeLimit(OptionReader &options)
{
    return makeTransformation(LimitOptions{options.text("limitField", "10")}, limitRows);
}

} // namespace sightglass
