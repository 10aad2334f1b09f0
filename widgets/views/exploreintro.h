// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/suggestedqueries.h"
#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sightglass {

/// What stands in Explore before the first query: how to begin, and examples made of the metrics that are
/// there.
class ExploreIntro : public QWidget
{
    Q_OBJECT

public:
    explicit ExploreIntro(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setExamples(const std::vector<SuggestedQuery> &examples);

signals:
    void exampleChosen(const sightglass::SuggestedQuery &example);

private:
    void rebuild();

    Theme m_theme;
    std::vector<SuggestedQuery> m_examples;
    QLabel *m_headline;
    QLabel *m_details;
    QVBoxLayout *m_list;
};

} // namespace sightglass
