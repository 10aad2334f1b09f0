// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <memory>
#include <string>

namespace sightglass::demo {

/// What is known about the entity of an event: the result that the cache holds.
struct Entity
{
    EntityId id = 0;
    std::string name;
    std::string tier; ///< "basic", "gold" or "business"
    std::string email;
    std::string phone;
    std::string note;

    /// Memory this takes, in bytes, its texts included.
    [[nodiscard]] std::size_t bytes() const noexcept
    {
        return sizeof(Entity) + name.capacity() + tier.capacity() + email.capacity() + phone.capacity() +
               note.capacity();
    }
};

using EntityPtr = std::shared_ptr<const Entity>;

} // namespace sightglass::demo
