// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace sightglass {

/// Remarks on a query, one below the other, each with a button for every change that would mend it. Takes no
/// room where there is nothing to say. Texts are plain and bounded.
class FindingList : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostFindings = 5;
    static constexpr std::size_t mostMends = 3;

    explicit FindingList(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFindings(const std::vector<Finding> &findings);
    [[nodiscard]] const std::vector<Finding> &findings() const noexcept { return m_findings; }

signals:
    void mendChosen(const sightglass::Mend &mend);

private:
    void rebuild();
    [[nodiscard]] QWidget *rowFor(const Finding &finding);

    Theme m_theme;
    std::vector<Finding> m_findings;
    QVBoxLayout *m_layout;
};

} // namespace sightglass
