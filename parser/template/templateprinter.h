// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/template/templatetree.h"

namespace sightglass {

/// Parts of a template in Go's normal form, as its error texts have them: executing "x" at <printf "%d" 1>.
[[nodiscard]] std::string printTemplate(const TemplateOperand &operand);
[[nodiscard]] std::string printTemplate(const TemplateCommand &command);
[[nodiscard]] std::string printTemplate(const TemplatePipeline &pipeline);

/// An action or a call of a template, with its {{ and }}; text as it stands. Of if, range and with the head.
[[nodiscard]] std::string printTemplate(const TemplateElement &element);

} // namespace sightglass
