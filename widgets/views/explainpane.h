// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explanation.h"
#include "model/assist/explorequery.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QTreeView;

namespace sightglass {

class ExplanationModel;

/// A query taken apart as a tree: what each part is, how many series it gives, the first of them, the time it
/// takes. The part that empties the result stands out.
class ExplainPane : public QWidget
{
    Q_OBJECT

public:
    explicit ExplainPane(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Null: nothing has been asked, or it is still being taken apart.
    void setExplanation(const ExploreQuery &query, const std::shared_ptr<const Explanation> &explanation);
    [[nodiscard]] QTreeView *tree() const noexcept { return m_tree; }

signals:
    void refreshRequested();
    /// The part that is current, as bytes of the query; empty where there is none.
    void partChosen(std::size_t row, std::optional<sightglass::SourceSpan> span);

private:
    void tellPart();
    [[nodiscard]] QString headline(const ExploreQuery &query, const Explanation &explanation) const;

    ExplanationModel *m_model;
    QTreeView *m_tree;
    QLabel *m_title;
    std::size_t m_row = 0;
};

} // namespace sightglass
