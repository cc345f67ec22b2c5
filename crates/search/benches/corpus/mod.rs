//! A made-up corpus, the same on every machine: 500 articles of real syllables, the first of which are frequent.
#![allow(dead_code)] // each bench uses its part

use corpus::{CivilDate, Zone, ZoneKind};
use search::{Document, Facet};
use viet::Span;

/// Articles in the corpus.
pub(crate) const ARTICLES: usize = 500;
/// Tokens in the body of each, about.
const TOKENS: usize = 400;

const WORDS: &str = "và của các hai nước hợp tác Việt Nam Nga quan hệ đối tác chiến lược toàn diện phát triển kinh tế \
    chính trị quốc phòng an ninh văn hóa giáo dục khoa học công nghệ năng lượng điện hạt nhân dầu khí du lịch \
    Chủ tịch Tổng thống Thủ tướng Bộ trưởng Ngoại giao hội đàm chuyến thăm tuyên bố chung ký kết hiệp định thương \
    mại đầu tư tỷ USD kim ngạch xuất nhập khẩu khu vực thế giới hòa bình ổn định Liên hợp quốc ASEAN biển Đông \
    luật pháp nhân dân hữu nghị truyền thống lịch sử kỷ niệm ngày thành lập đoàn đại biểu Quốc hội Đảng cộng sản \
    lãnh đạo cấp cao trao đổi nhất trí tăng cường thúc đẩy mở rộng lĩnh vực doanh nghiệp thị trường nông nghiệp";

/// A row of numbers that looks like chance (D. H. Lehmer, with the constants of S. K. Park and K. W. Miller, 1988).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        self.0 as usize
    }
}

/// An article that owns its parts.
pub(crate) struct Article {
    id: String,
    text: String,
    zones: [Zone; 3],
    date: Option<(CivilDate, CivilDate)>,
    facets: Vec<(Facet, String)>,
}

impl Article {
    pub(crate) fn document(&self) -> Document<'_> {
        Document {
            id: &self.id,
            text: &self.text,
            zones: &self.zones,
            title: None,
            date: self.date,
            payload: &[],
            facets: self.facets.clone(),
        }
    }
}

/// All articles. In every tenth one stands "điện hạt nhân Ninh Thuận", in every fiftieth "Rosatom".
pub(crate) fn articles() -> Vec<Article> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut chance = Chance(1);
    (0..ARTICLES).map(|at| article(at, &words, &mut chance)).collect()
}

fn article(at: usize, words: &[&str], chance: &mut Chance) -> Article {
    let mut text = String::new();
    let mut row = |tokens: usize, text: &mut String| {
        let mut from = 0;
        for token in 0..tokens {
            // Words come in stretches as they stand in the list, and the first of them more often.
            from = match chance.next() % 4 {
                0 => chance.next() % (1 + chance.next() % words.len()),
                _ => (from + 1) % words.len(),
            };
            text.push_str(words[from]);
            text.push_str(if token % 23 == 22 || token + 1 == tokens {
                ". "
            } else {
                " "
            });
        }
    };
    row(12, &mut text);
    text.push('\n');
    let title = text.len();
    row(TOKENS, &mut text);
    if at.is_multiple_of(10) {
        text.push_str("Nhà máy điện hạt nhân Ninh Thuận. ");
    }
    if at.is_multiple_of(50) {
        text.push_str("Tập đoàn Rosatom. ");
    }
    text.push('\n');
    let body = text.len();
    row(8, &mut text);
    let zone = |kind, start, end| Zone {
        span: Span::new(start, end),
        kind,
    };
    let day = CivilDate {
        year: 2015 + (at % 10) as u16,
        month: 1 + (at % 12) as u8,
        day: 1 + (at % 28) as u8,
    };
    Article {
        id: format!("{at:04}"),
        zones: [
            zone(ZoneKind::Title, 0, title),
            zone(ZoneKind::Body, title, body),
            zone(ZoneKind::Caption, body, text.len()),
        ],
        date: (!at.is_multiple_of(20)).then_some((day, day)),
        facets: vec![
            (
                Facet::Source,
                ["baochinhphu", "nhandan", "vnexpress"][at % 3].to_owned(),
            ),
            (Facet::Place, ["russia", "vietnam"][at % 2].to_owned()),
            (Facet::Lang, "vi".to_owned()),
        ],
        text,
    }
}
