//! Where the pages are published.

/// The address of a published explorer, as what has to be absolute names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Ends with a slash.
    address: String,
}

impl Site {
    /// The site at an address such as `https://example.org/song-phuong/`; the slash at its end may be left out.
    ///
    /// ```
    /// use static_pages::Site;
    /// assert_eq!(Site::new("https://example.org/a")?.page("articles/1.html"), "https://example.org/a/articles/1.html");
    /// assert!(Site::new("example.org").is_err());
    /// # Ok::<(), String>(())
    /// ```
    ///
    /// # Errors
    /// For what is no address of a folder of a host.
    pub fn new(address: &str) -> Result<Self, String> {
        let refused = || format!("{address} is no address of a site, as https://example.org/folder/ is");
        let rest = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))
            .ok_or_else(refused)?;
        let known = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:%@+,[]".contains(&byte);
        if rest.is_empty() || rest.starts_with('/') || !rest.bytes().all(known) {
            return Err(refused());
        }
        let slash = if address.ends_with('/') { "" } else { "/" };
        Ok(Self {
            address: format!("{address}{slash}"),
        })
    }

    /// The address of a file, seen from the explorer.
    pub fn page(&self, file: &str) -> String {
        format!("{}{file}", self.address)
    }

    /// Whether the explorer is at the root of its host.
    pub(crate) fn is_root(&self) -> bool {
        self.address.matches('/').count() == 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "https://",
            "https:///a",
            "ftp://a.org",
            "https://a.org/\"><script>",
            "https://a.org/?q=1",
            "https://a b",
            "/song-phuong/",
        ] {
            assert!(Site::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_host_is_told_from_a_folder_of_one() {
        assert!(Site::new("https://a.org").unwrap().is_root());
        assert!(!Site::new("https://a.org/b").unwrap().is_root());
    }
}
