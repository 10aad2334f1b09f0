// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriesbytes.h"

namespace sightglass {

namespace {

std::size_t heapBytes(const std::string &text) noexcept
{
    // A short string lies inside of its object.
    return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0;
}

} // namespace

std::size_t labelBytes(const Labels &labels) noexcept
{
    // The shared block: vector, hash and the two counts of a shared_ptr.
    std::size_t total = sizeof(std::vector<Label>) + 3 * sizeof(void *);
    for (const Label &label : labels)
        total += sizeof(Label) + heapBytes(label.name) + heapBytes(label.value);
    return total;
}

} // namespace sightglass
