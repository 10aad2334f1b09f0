// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/memberreader.h"

#include <initializer_list>
#include <string>
#include <string_view>

/// Parts of the reading of resources of version 2.
namespace sightglass::grafana {

using Words = std::initializer_list<std::string_view>;

/// The place of a word in its list; 0, and it is left over, for one that is not in it.
[[nodiscard]] int numberOfWord(MemberReader &reader, std::string_view name, Words words);

/// The type of a data source or plugin: v2beta1 says it as the group, v2alpha1 as the kind.
[[nodiscard]] std::string groupOf(MemberReader &kind);

/// The data source of a query: v2beta1 has its name in the query, v2alpha1 a reference beside it. Null: the
/// default one.
[[nodiscard]] Json datasourceOf(MemberReader &holder, MemberReader &query);

/// A member that is an object; empty, and it is left over, where it is something else.
[[nodiscard]] Json objectOrLeft(MemberReader &reader, std::string_view name);

/// Sets a member of what was the "spec" of `from`; what stood there by that name is left over. Nothing where
/// `value` is null.
void setOver(Json &spec, std::string_view name, const Json *value, MemberReader &from);

/// Adds the variable of the classic model.
void readVariable(MemberReader &kind, Json &list);

} // namespace sightglass::grafana
