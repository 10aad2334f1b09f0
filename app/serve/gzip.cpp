// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/gzip.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace sightglass {

namespace {

/// JSON of numbers shrinks to a fifth at any level; the higher ones only take longer.
constexpr int level = 3;

/// Whether ";q=…" says "never": any spelling of zero.
bool isRefused(std::string_view parameters)
{
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos)
        return false;
    const std::string_view weight = http::trimmed(parameters.substr(q + 2));
    return !weight.empty() &&
           std::all_of(weight.begin(), weight.end(), [](char c) { return c == '0' || c == '.'; });
}

} // namespace

bool acceptsGzip(const http::HeaderFields &fields)
{
    bool accepted = false;
    for (const std::string_view element : fields.elements("Accept-Encoding")) {
        const std::size_t end = std::min(element.find(';'), element.size());
        const std::string_view coding = http::trimmed(element.substr(0, end));
        const bool refused = isRefused(element.substr(end));
        if (http::equalsIgnoringCase(coding, "gzip"))
            return !refused;
        if (coding == "*")
            accepted = !refused;
    }
    return accepted;
}

std::optional<std::string> gzipped(std::string_view body)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    if (!compressor || body.empty())
        return std::nullopt;
    // Room for less than the body: what does not fit is better sent as it is.
    std::string out(body.size() - 1, '\0');
    const std::size_t size =
        libdeflate_gzip_compress(compressor.get(), body.data(), body.size(), out.data(), out.size());
    if (size == 0)
        return std::nullopt;
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

} // namespace sightglass
