// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/paths.h"

#include <algorithm>
#include <vector>

namespace sightglass {
namespace {

void takePart(std::vector<std::string_view> &parts, std::string_view part, bool rooted)
{
    if (part.empty() || part == ".")
        return;
    if (part != "..") {
        parts.push_back(part);
        return;
    }
    if (!parts.empty() && parts.back() != "..")
        parts.pop_back();
    else if (!rooted)
        parts.push_back(part);
}

} // namespace

std::string cleanPath(std::string_view path)
{
    const bool rooted = path.starts_with('/');
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        takePart(parts, path.substr(begin, end - begin), rooted);
        begin = end + 1;
    }
    std::string text;
    for (const std::string_view part : parts) {
        if (rooted || !text.empty())
            text += '/';
        text += part;
    }
    if (text.empty())
        text = rooted ? "/" : ".";
    return text;
}

std::string joinedPath(std::string_view directory, std::string_view path)
{
    if (path.empty() || path.starts_with('/') || directory.empty())
        return std::string(path);
    return cleanPath(std::string(directory) + "/" + std::string(path));
}

} // namespace sightglass
