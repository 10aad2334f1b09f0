// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"
#include "parser/base/utf8cut.h"

namespace sightglass {

namespace {

/// Replacements may multiply what they match; nobody reads names of more.
constexpr std::size_t longestName = 1024;
constexpr std::size_t longestPattern = 256;
constexpr std::size_t mostBytes = std::size_t{16} << 20;

struct RenameOptions
{
    std::string regex;
    std::string renamePattern;
};

std::vector<Frame> renameByRegex(std::vector<Frame> frames, const RenameOptions &options,
                                 TransformContext &context)
{
    const auto regex = compiledPattern(options.regex, context);
    if (!regex)
        return frames;
    const std::string replacement(utf8Prefix(context.text(options.renamePattern), longestPattern));
    const FieldNames names(frames);
    std::size_t bytes = 0;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (std::size_t i = 0; i < frames[f].fields.size(); ++i) {
            const std::string_view name = utf8Prefix(names.of(f, i), longestName);
            if (!regex->matches(name))
                continue;
            if (bytes > mostBytes) {
                context.note("the names grow too long");
                return frames;
            }
            const std::string renamed = regex->replaced(name, replacement);
            bytes += renamed.size();
            frames[f].fields[i].config.displayName = std::string(utf8Prefix(renamed, longestName));
        }
    }
    return frames;
}

} // namespace

TransformationPtr makeRenameByRegex(OptionReader &options)
{
    RenameOptions renaming;
    renaming.regex = options.pattern("regex", "(.*)");
    renaming.renamePattern = options.text("renamePattern", "$1");
    return makeTransformation(std::move(renaming), renameByRegex);
}

} // namespace sightglass
